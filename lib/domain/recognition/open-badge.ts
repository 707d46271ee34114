/** An award as a record of it says it. Addresses are whole ones. */
export type AwardRecord = {
  /** 32 hexadecimal digits. */
  awardId: string;
  awardedAt: Date;
  issuer: { id: string; name: string; url: string };
  achievement: { id: string; name: string; description: string; criteria: string };
  /** Where it stands which records were taken back. */
  revocations: string;
  holder: { name: string; emailHash: string; salt: string };
};

/** An award's name among records: its id as a UUID (RFC 9562). */
export function recordId(awardId: string): string {
  return `urn:uuid:${awardId.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`;
}

/** The award that a record's name stands for; null for any other name. */
export function awardIdOf(name: unknown): string | null {
  const id =
    typeof name === "string" && name.startsWith("urn:uuid:") ? name.slice(9).replaceAll("-", "") : "";
  return /^[0-9a-f]{32}$/.test(id) ? id : null;
}

/**
 * An award as an OpenBadgeCredential: Open Badges 3.0 (1EdTech), on Verifiable Credentials 2.0 (W3C). Who holds it is told
 * by name and by a salted hash of his address, by which he can show that it is his and nobody can find it out.
 */
export function openBadge(record: AwardRecord) {
  const { awardId, awardedAt, issuer, achievement, revocations, holder } = record;
  return {
    "@context": [
      "https://www.w3.org/ns/credentials/v2",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ],
    id: recordId(awardId),
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: achievement.name,
    issuer: { id: issuer.id, type: ["Profile"], name: issuer.name, url: issuer.url },
    validFrom: awardedAt.toISOString(),
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [
        { type: "IdentityObject", identityType: "name", hashed: false, identityHash: holder.name },
        {
          type: "IdentityObject",
          identityType: "emailAddress",
          hashed: true,
          identityHash: `sha256$${holder.emailHash}`,
          salt: holder.salt,
        },
      ],
      achievement: {
        id: achievement.id,
        type: ["Achievement"],
        achievementType: "Badge",
        name: achievement.name,
        description: achievement.description,
        criteria: { narrative: achievement.criteria },
      },
    },
    credentialStatus: { id: revocations, type: "1EdTechRevocationList" },
    credentialSchema: [
      {
        id: "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
        type: "1EdTechJsonSchemaValidator2019",
      },
    ],
  };
}
