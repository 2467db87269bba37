-- title_th: แต่ละเขตมีรายงานอะไรแล้วบ้าง
-- title_en: Coverage of each district
-- description_th: จำนวนรายงานแต่ละประเภท คะแนน และมาตรการของทุกหน่วยงานตามสมุดรหัส
--   หน่วยงานที่ยังไม่มีรายงานเลยก็อยู่ในตาราง (documents เป็น 0)
-- description_en: Reports by kind, scores and measures of every agency of the code book, also of those
--   without any report yet (documents is 0)
-- param year: ปีของรายงาน (พ.ศ.) ว่างไว้คือทุกปี | Year of the report (B.E.); empty for all
WITH
told AS (
    SELECT
        d.*,
        (SELECT count(*) FROM v_score AS s WHERE s.document_id = d.document_id) AS scores,
        (SELECT count(*) FROM v_measure AS m WHERE m.document_id = d.document_id) AS measures,
        (SELECT count(*) FROM v_finding AS f WHERE f.document_id = d.document_id) AS findings
    FROM v_document AS d
    WHERE coalesce(:year, '') = '' OR d.report_year = CAST(:year AS INTEGER)
)
SELECT
    a.agency_code,
    a.name_th AS agency_th,
    count(t.document_id) AS documents,
    count(t.document_id) FILTER (WHERE t.doc_type = 'analysis') AS analyses,
    count(t.document_id) FILTER (WHERE t.doc_type = 'plan') AS plans,
    count(t.document_id) FILTER (WHERE t.doc_type = 'progress') AS progress_reports,
    min(t.report_year) AS first_year,
    max(t.report_year) AS last_year,
    coalesce(sum(t.scores), 0) AS scores,
    coalesce(sum(t.measures), 0) AS measures,
    coalesce(sum(t.findings), 0) AS findings
FROM agency AS a
LEFT JOIN told AS t ON t.agency_code = a.agency_code
GROUP BY a.agency_code
ORDER BY a.agency_code
