SELECT holderLabel AS holder, targetLabel AS target, act, speakerLabel AS speaker, attributed, modality, confidence, date,
  title, quote AS quotation, document
FROM stances
WHERE polarity = 'Positive'
