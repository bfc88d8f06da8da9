SELECT year(s.earliest) AS year, quarter(s.earliest) AS quarter, holderSideLabel AS holderSide, targetSideLabel AS targetSide,
  count(*) FILTER (polarity = 'Positive') AS positive, count(*) FILTER (polarity = 'Negative') AS negative, count(DISTINCT
  speaker) AS speakers, count(DISTINCT document) AS documents
FROM stances s
WHERE NOT attributed AND holderSide IS NOT NULL AND targetSide IS NOT NULL AND s.earliest IS NOT NULL
GROUP BY 1, 2, holderSide, targetSide, holderSideLabel, targetSideLabel
