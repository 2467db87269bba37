-- title_th: เขตที่ได้ต่ำกว่า 85 คะแนนในเครื่องมือใดเครื่องมือหนึ่ง
-- title_en: Districts under 85 on an instrument
-- description_th: หน่วยงานที่คะแนน IIT, EIT หรือ OIT ต่ำกว่าเกณฑ์ หากรายงานไม่พิมพ์คะแนนของเครื่องมือ
--   แต่พิมพ์คะแนนทุกตัวชี้วัดของเครื่องมือนั้นและทราบน้ำหนัก จะคำนวณจากตัวชี้วัด (basis เป็น computed)
-- description_en: Agencies whose IIT, EIT or OIT score is under a limit. Where a report does not print
--   the score of an instrument but all its indicators, and their points are known, it is computed
--   from them (basis says computed)
-- param year: ปีที่ประเมิน (พ.ศ.) ว่างไว้คือปีล่าสุด | Assessment year (B.E.); empty for the latest
-- param limit: เกณฑ์คะแนน ว่างไว้คือ 85 | The limit; empty for 85
WITH
asked AS (
    SELECT CAST(coalesce(nullif(:year, ''), max(fiscal_year)) AS INTEGER) AS year
    FROM v_score
    WHERE agency_code IS NOT NULL
),
scores AS MATERIALIZED (
    SELECT s.*
    FROM v_score_current AS s
    JOIN asked ON s.fiscal_year = asked.year
    WHERE s.level IN ('instrument', 'indicator')
),
part AS (
    SELECT instrument, code, points, count(*) OVER (PARTITION BY instrument) AS parts
    FROM indicator
    JOIN asked ON assessment_year = asked.year
    WHERE parent IS NULL
),
computed AS (
    SELECT
        s.agency_code,
        s.agency_th,
        s.fiscal_year,
        part.instrument,
        round(sum(s.score * part.points) / sum(part.points) + 1e-9, 2) AS score,
        'computed' AS basis,
        s.document_file,
        min(s.page) AS page,
        s.document_id
    FROM scores AS s
    JOIN part ON part.code = s.code
    WHERE s.level = 'indicator'
    GROUP BY s.agency_code, part.instrument
    HAVING count(part.points) = max(part.parts)
),
instrument AS (
    SELECT agency_code, agency_th, fiscal_year, code AS instrument, score, 'printed' AS basis,
        document_file, page, document_id
    FROM scores
    WHERE level = 'instrument'
    UNION ALL
    SELECT agency_code, agency_th, fiscal_year, instrument, score, basis, document_file, page, document_id
    FROM computed AS c
    WHERE NOT EXISTS (
        SELECT 1 FROM scores AS s WHERE s.agency_code = c.agency_code AND s.code = c.instrument
    )
)
SELECT
    agency_code,
    agency_th,
    fiscal_year,
    instrument,
    score,
    basis,
    document_file,
    page,
    document_id
FROM instrument
WHERE score < CAST(coalesce(nullif(:limit, ''), 85) AS REAL)
ORDER BY score, agency_code, instrument
