-- title_th: คะแนนที่ยังไม่มีการคำนวณยืนยัน
-- title_en: Scores that arithmetic does not confirm
-- description_th: จำนวนคะแนนของแต่ละเอกสารที่การคำนวณยืนยัน ไม่ตรง หรือไม่มีการตรวจใดใช้ ควรเปิดดูต้นฉบับก่อนเผยแพร่
-- description_en: How many scores of each document arithmetic confirms, contradicts or does not
--   touch; look at the page before publishing one of the latter two
SELECT
    agency_code,
    agency_th,
    fiscal_year,
    document_file,
    count(*) AS scores,
    count(*) FILTER (WHERE verified = 1) AS confirmed,
    count(*) FILTER (WHERE verified = -1) AS contradicted,
    count(*) FILTER (WHERE verified = 0) AS untouched
FROM v_score
GROUP BY document_id, fiscal_year
ORDER BY contradicted DESC, untouched DESC, document_file, fiscal_year
