import type { Tx } from "@/lib/server/commit";

/**
 * Tells members of new offers on their devices: at once those whose every screen lies hidden, the others after the two
 * seconds in which a screen confirms that it shows the offer. Who is there was decided by living screens alone; this makes
 * nobody a seat. Within the transaction that makes the offers, one statement, whatever their number.
 */
export async function notifyOffers(tx: Tx, offerIds: readonly string[], now: Date): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('send-push',
      payload => json_build_object('subscriptionId', s.id, 'memberId', m.id,
        'note', json_build_object('kind', 'offers', 'offerId', o.id)),
      job_key => 'push ' || s.id || ' ' || m.id || ' offers ' || o.id,
      max_attempts => 2,
      run_at => CASE WHEN EXISTS (
          SELECT 1 FROM leases l WHERE l.member_id = m.id AND l.expires_at > ${now} AND NOT l.is_hidden)
        THEN now() + interval '2 seconds' ELSE now() END)
    FROM offers o JOIN members m ON m.id = o.member_id JOIN push_subscriptions s ON s.user_id = m.user_id
    WHERE o.id = ANY(${offerIds}) AND coalesce((m.notifications->>'offersPush')::boolean, true)`;
}
