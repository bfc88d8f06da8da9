SELECT polarity, holderLabel AS holder, targetLabel AS target, act, speakerLabel AS speaker, attributed, modality, confidence,
  date, title, quote AS quotation, document
FROM stances
WHERE (target = $actor OR targetSide = $actor)
