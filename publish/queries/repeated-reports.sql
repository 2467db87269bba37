-- title_th: รายงานที่อาจนำเข้าซ้ำ
-- title_en: Reports that may be loaded twice
-- description_th: เอกสารที่หน่วยงาน ประเภท ปี และรอบเดียวกันมีมากกว่าหนึ่งฉบับ เช่น ฉบับลงนามกับฉบับร่าง
--   หากเป็นรายงานเดียวกัน จำนวนมาตรการและจุดอ่อนจะถูกนับซ้ำ ให้นำไฟล์ที่เกินออกแล้วนำเข้าใหม่ด้วย --prune
-- description_en: Documents of one agency, kind, year and period of which there are several, such as a
--   draft beside the signed copy. Where they are one report, its measures and weaknesses count
--   twice: take the superfluous file away and load with --prune
WITH
told AS MATERIALIZED (
    SELECT
        *,
        agency_code || doc_type || report_year || coalesce(period_start, '') || coalesce(period_end, '')
            AS report,
        count(*) OVER same AS copies
    FROM v_document
    WHERE agency_code IS NOT NULL AND doc_type IS NOT NULL AND report_year IS NOT NULL
    WINDOW same AS (PARTITION BY agency_code, doc_type, report_year, period_start, period_end)
),
worded AS MATERIALIZED (
    SELECT t.report, t.document_id, squeeze(m.measure) AS wording
    FROM told AS t
    JOIN v_measure AS m ON m.document_id = t.document_id
    WHERE t.copies > 1 AND m.measure IS NOT NULL
),
counted AS (
    SELECT
        w.document_id,
        count(*) AS measures,
        count(*) FILTER (
            WHERE EXISTS (
                SELECT 1
                FROM worded AS o
                WHERE o.report = w.report
                    AND o.document_id <> w.document_id
                    AND o.wording = w.wording
            )
        ) AS same_measures
    FROM worded AS w
    GROUP BY w.document_id
)
SELECT
    t.agency_code,
    t.agency_th,
    t.doc_type,
    t.report_year,
    t.period_start,
    t.period_end,
    t.document_file,
    coalesce(c.measures, 0) AS measures,
    coalesce(c.same_measures, 0) AS same_measures,
    t.document_id
FROM told AS t
LEFT JOIN counted AS c ON c.document_id = t.document_id
WHERE t.copies > 1
ORDER BY t.agency_code, t.report, t.document_file
