-- CreateIndex
CREATE INDEX "flags_visitor_id_idx" ON "flags"("visitor_id");

-- CreateIndex
CREATE INDEX "flags_reporter_id_idx" ON "flags"("reporter_id");

-- CreateIndex
CREATE INDEX "ownerships_product_idx" ON "ownerships"("product");
