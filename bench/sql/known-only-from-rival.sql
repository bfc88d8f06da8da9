SELECT polarity, holderLabel AS holder, targetLabel AS target, act, speakerLabel AS speaker, modality, confidence, date, title,
  quote AS quotation, document
FROM stances
WHERE attributed AND holder NOT IN (SELECT speaker
FROM stances
WHERE speaker IS NOT NULL
UNION SELECT speaker
FROM turns
WHERE speaker IS NOT NULL
UNION SELECT side
FROM participations
WHERE role = 'Speaker' AND side IS NOT NULL
UNION SELECT holder
FROM stances
WHERE NOT attributed)
