-- Journals are written once. The end of a whole brand takes them along; the erasure of a member, named in the
-- transaction, leaves of an entry about him that it happened, when, and by whom.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF current_setting('entraide.ended_brand', true) = OLD.brand_id THEN
      RETURN OLD;
    END IF;
  ELSIF current_setting('entraide.erased_member', true) = OLD.subject
    AND NEW.before IS NULL AND NEW.after IS NULL
    AND (NEW.id, NEW.brand_id, NEW.actor_id, NEW.action, NEW.subject, NEW.undoes, NEW.at)
      IS NOT DISTINCT FROM (OLD.id, OLD.brand_id, OLD.actor_id, OLD.action, OLD.subject, OLD.undoes, OLD.at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER "audits_append_only" ON "audits";
CREATE TRIGGER "audits_append_only" BEFORE UPDATE OR DELETE ON "audits"
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
