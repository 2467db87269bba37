-- title_th: ข้อที่ทั้งเมืองได้คะแนนต่ำ
-- title_en: Items the whole city is weak on
-- description_th: คะแนนเฉลี่ย ต่ำสุด และสูงสุดของแต่ละข้อ จำนวนหน่วยงานที่ต่ำกว่าเกณฑ์ และจำนวนมาตรการที่ตอบข้อนั้น
-- description_en: Mean, lowest and highest score of each item over all agencies, how many are under a
--   limit, and how many measures answer it
-- param year: ปีที่ประเมิน (พ.ศ.) ว่างไว้คือปีล่าสุด | Assessment year (B.E.); empty for the latest
-- param limit: เกณฑ์คะแนน ว่างไว้คือ 85 | The limit; empty for 85
WITH
asked AS (
    SELECT CAST(coalesce(nullif(:year, ''), max(fiscal_year)) AS INTEGER) AS year
    FROM v_score
    WHERE agency_code IS NOT NULL
),
answers AS (
    SELECT mi.code, count(*) AS measures
    FROM v_measure_item AS mi
    JOIN v_measure AS m ON m.measure_id = mi.measure_id
    JOIN v_document AS d ON d.document_id = m.document_id
    JOIN asked ON d.assessment_year = asked.year
    GROUP BY mi.code
)
SELECT
    s.fiscal_year,
    s.code,
    min(s.title_th) AS title_th,
    count(*) AS agencies,
    round(avg(s.score), 2) AS mean,
    min(s.score) AS lowest,
    max(s.score) AS highest,
    count(*) FILTER (WHERE s.score < CAST(coalesce(nullif(:limit, ''), 85) AS REAL)) AS under_limit,
    coalesce(max(a.measures), 0) AS measures
FROM v_score_current AS s
JOIN asked ON s.fiscal_year = asked.year
LEFT JOIN answers AS a ON a.code = s.code
WHERE s.level = 'item'
GROUP BY s.code
ORDER BY mean, s.code
