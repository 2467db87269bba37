-- title_th: คะแนนที่คำนวณแล้วไม่ตรง
-- title_en: Scores whose arithmetic fails
-- description_th: การตรวจสอบที่ตัวเลขที่พิมพ์ไม่เท่ากับตัวเลขที่คำนวณจากคะแนนอื่นในรายงานเดียวกัน
--   codes คือรหัสที่ใช้ในการตรวจ ตัวแรกคือคะแนนที่คำนวณ
-- description_en: Checks in which the printed number is not the one computed from the other scores of
--   the same report; codes are those that took part, the computed one first
SELECT
    d.agency_code,
    d.agency_th,
    c.fiscal_year,
    c.name AS check_name,
    c.printed,
    c.computed,
    round(c.printed - c.computed, 2) AS difference,
    (
        SELECT group_concat(code, ',')
        FROM (
            SELECT k.code
            FROM arithmetic_check_code AS k
            WHERE k.check_id = c.check_id
            ORDER BY k.position
        )
    ) AS codes,
    d.document_file,
    (
        SELECT s.page
        FROM arithmetic_check_code AS k
        JOIN v_score AS s ON s.score_id = k.score_id
        WHERE k.check_id = c.check_id
        ORDER BY k.position
        LIMIT 1
    ) AS page,
    c.document_id
FROM arithmetic_check AS c
JOIN v_document AS d ON d.document_id = c.document_id
WHERE c.holds = 0
ORDER BY abs(c.printed - c.computed) DESC, d.document_file, c.check_id
