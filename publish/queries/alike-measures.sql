-- title_th: มาตรการที่หลายเขตเขียนคล้ายกัน
-- title_en: Measures several districts word alike
-- description_th: คู่ของมาตรการจากต่างหน่วยงานที่ข้อความเกือบเหมือนกัน likeness คือร้อยละความเหมือนเมื่อไม่นับช่องว่าง
--   (คู่ที่เหมือนกันทุกตัวอักษรอยู่ในคำถาม same-measures)
-- description_en: Pairs of measures of different agencies whose texts are nearly the same. likeness is
--   how much of both texts agrees, in per cent, white space aside; texts that are the same letter
--   by letter are in the question same-measures
-- param least: ความเหมือนอย่างน้อย (ร้อยละ) ว่างไว้คือ 90 | At least so alike (per cent); empty for 90
WITH
pairs AS MATERIALIZED (
    SELECT
        json_extract(value, '$[0]') AS one,
        json_extract(value, '$[1]') AS other,
        json_extract(value, '$[2]') AS likeness
    FROM json_each(
        (
            SELECT alike_pairs(
                measure_id, agency_code, measure, CAST(coalesce(nullif(:least, ''), 90) AS REAL)
            )
            FROM (
                SELECT measure_id, agency_code, measure
                FROM v_measure
                WHERE measure IS NOT NULL AND agency_code IS NOT NULL
                ORDER BY measure_id
            )
        )
    )
)
SELECT
    p.likeness,
    a.agency_th AS agency_a,
    a.codes AS codes_a,
    a.measure AS measure_a,
    b.agency_th AS agency_b,
    b.codes AS codes_b,
    b.measure AS measure_b,
    a.document_file AS file_a,
    a.page_first AS page_a,
    b.document_file AS file_b,
    b.page_first AS page_b,
    a.document_id AS document_id_a,
    a.measure_id AS measure_id_a,
    b.document_id AS document_id_b,
    b.measure_id AS measure_id_b
FROM pairs AS p
JOIN v_measure AS a ON a.measure_id = p.one
JOIN v_measure AS b ON b.measure_id = p.other
ORDER BY p.likeness DESC, a.agency_code, b.agency_code, a.measure_id, b.measure_id
