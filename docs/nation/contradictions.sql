-- Documents whose text contradicts their tables, or itself, the most often first: how many of the stated amounts, and where the
-- first of them stands. Nothing is added up over documents: units, final accounts and what was published again stand beside the rest.
SELECT region, year, department, document, count(*) AS numbers, min(place) AS place
FROM facts
WHERE source IN ('narrative', 'procurement') AND verdict = 'mismatch' AND rules LIKE '%stated-amount%'
GROUP BY region, year, department, document
ORDER BY numbers DESC, region, year, department, document
