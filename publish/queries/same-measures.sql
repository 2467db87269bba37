-- title_th: มาตรการที่หลายเขตเขียนเหมือนกันทุกตัวอักษร
-- title_en: Measures several districts word identically
-- description_th: ข้อความมาตรการที่เหมือนกันทุกตัวอักษรเมื่อไม่นับช่องว่าง พบในรายงานของตั้งแต่สองหน่วยงานขึ้นไป
-- description_en: Texts of measures that are the same letter by letter, white space aside, in the
--   reports of two agencies or more
-- param least: จำนวนหน่วยงานอย่างน้อย ว่างไว้คือ 2 | At least so many agencies; empty for 2
WITH
worded AS (
    SELECT squeeze(measure) AS wording, agency_code, agency_th, measure, measure_id, document_file
    FROM v_measure
    WHERE measure IS NOT NULL AND agency_code IS NOT NULL
)
SELECT
    count(DISTINCT agency_code) AS agencies,
    count(*) AS times,
    (
        SELECT group_concat(name, ', ')
        FROM (
            SELECT DISTINCT o.agency_th AS name, o.agency_code
            FROM worded AS o
            WHERE o.wording = w.wording
            ORDER BY o.agency_code
        )
    ) AS agencies_th,
    min(measure) AS measure,
    min(document_file) AS document_file,
    min(measure_id) AS measure_id
FROM worded AS w
GROUP BY wording
HAVING agencies >= CAST(coalesce(nullif(:least, ''), 2) AS INTEGER)
ORDER BY agencies DESC, times DESC, measure
