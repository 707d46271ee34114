-- Who may be the same person is looked for by name, as far as it is written alike.
CREATE INDEX "candidates_plain_name" ON "candidates" ("brand_id", plain_words("name"))
  WHERE "stage" IN ('found', 'invited', 'applied');
