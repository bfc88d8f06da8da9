SELECT holderLabel AS holder, targetLabel AS target, act, speakerLabel AS speaker, attributed, modality, confidence, date,
  title, quote AS quotation, document
FROM (SELECT *, unnest(CASE WHEN len(about) > 0 THEN about ELSE [NULL] END)
FROM (SELECT *, unnest(CASE WHEN len(addressees) > 0 THEN addressees ELSE [NULL] END)
FROM stances))
WHERE act IN ('Warning', 'Threat')
