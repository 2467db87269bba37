-- title_th: รายการเปิดเผยข้อมูล (OIT) ที่ได้ 0 คะแนน
-- title_en: Disclosure items at 0
-- description_th: รายการ O ที่ได้ 0 คะแนน คือไม่ได้เปิดเผยข้อมูลตามที่กำหนด พร้อมจำนวนหน่วยงานที่ได้ 0 ในรายการเดียวกัน
-- description_en: Items of the open data form (O) that scored 0, which means not disclosed as
--   required, with the number of agencies at 0 on the same item
-- param year: ปีที่ประเมิน (พ.ศ.) ว่างไว้คือทุกปี | Assessment year (B.E.); empty for all
SELECT
    fiscal_year,
    code,
    title_th,
    count(*) OVER (PARTITION BY fiscal_year, code) AS agencies,
    agency_code,
    agency_th,
    score,
    verified,
    document_file,
    page,
    document_id,
    score_id
FROM v_score_current
WHERE level = 'item'
    AND code GLOB 'O*'
    AND score = 0
    AND (coalesce(:year, '') = '' OR fiscal_year = CAST(:year AS INTEGER))
ORDER BY fiscal_year DESC, agencies DESC, code, agency_code
