SELECT holderLabel AS holder, targetLabel AS target, act, speakerLabel AS speaker, attributed, confidence, date, title,
  quote AS quotation, document
FROM (SELECT *, unnest(CASE WHEN len(addressees) > 0 THEN addressees ELSE [NULL] END) FROM stances)
WHERE act IN ('Promise', 'Offer')
  AND regexp_matches(quote, '\b(if|unless|provided|on condition|as long as|so long as|in the event|in case)\b', 'i')
