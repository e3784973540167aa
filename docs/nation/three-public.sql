-- “三公”经费 by province and year, in yuan: of each department's budget the total that its own table prints. Final accounts, units,
-- governments and what was published again are not added to it: counted.sql says how they are known, and what cannot be known.
-- For final accounts write `stage = 'final'`.
--
-- A table may print the total once more for each unit: the largest is that of all of them. One that prints each fund by itself and no
-- total is added up. A table without any total, and a document that has it in its text only, are left out. The province is what the
-- region begins with, where the store was filled with provinces (`import --region`).
WITH by_fund AS (
  SELECT document, region, year, fund, max(amount) AS amount
  FROM facts
  WHERE table_kind = 'three-public' AND expense = 'three-public' AND quantity = 'amount'
    AND of_year = year AND of_phase = stage AND is_known AND NOT is_part
    AND document IN (SELECT document FROM counted WHERE why_not IS NULL AND stage = 'budget')
  GROUP BY document, region, year, fund
), totals AS (
  SELECT document, region, year, coalesce(
      max(CASE WHEN fund IS NULL THEN amount END),
      max(CASE WHEN fund = 'appropriation' THEN amount END),
      sum(CASE WHEN fund IN ('general-public', 'government-fund', 'state-capital') THEN amount END)
    ) AS amount
  FROM by_fund
  GROUP BY document, region, year
)
SELECT
  regexp_extract(region, '^(.+?(省|自治区|市))', 1) AS province,
  year,
  count(amount) AS documents,
  sum(amount) AS yuan
FROM totals
GROUP BY 1, 2
ORDER BY 1, 2
