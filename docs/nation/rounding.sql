-- 尾差 by template: of how many numbers the sums come out only but for rounding, and of how many not at all. A template whose
-- amounts were rounded one by one has many; one that is kept in 元 has none. It counts numbers as they are printed, and no money: in
-- every document, also in those that counted.sql leaves out of sums.
SELECT
  template,
  count(DISTINCT document) AS documents,
  count(*) AS numbers,
  sum(CASE WHEN verdict = 'rounding' THEN 1 ELSE 0 END) AS rounding,
  sum(CASE WHEN verdict = 'mismatch' THEN 1 ELSE 0 END) AS mismatches
FROM facts
GROUP BY template
ORDER BY rounding DESC, template
