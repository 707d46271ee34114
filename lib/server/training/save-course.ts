import type { Fields } from "@/lib/domain/audit/differences";
import { isSame } from "@/lib/domain/audit/differences";
import type { Saved } from "@/lib/domain/brand/view";
import { type CourseField, courseFrom, fieldSchemas, fieldsOf } from "@/lib/domain/training/course-schema";
import { defaultCourse } from "@/lib/domain/training/default-course";
import type { MemberActor } from "@/lib/server/account/actor";
import { type Expected, saveFields } from "@/lib/server/audit/save-fields";
import { commit } from "@/lib/server/commit";
import type { Prisma } from "@/prisma/generated/client";
import { readCourse } from "./read-course";

/**
 * Saves fields of the brand's course; null makes one what we wrote again, which is never stored as a copy, so that the
 * brand gets what we improve later. Errors as in `saveFields`.
 */
export async function saveCourse({
  member,
  expected,
  change,
  undoes,
  now,
}: {
  member: MemberActor;
  expected: Expected;
  change: Fields;
  undoes?: bigint;
  now: Date;
}): Promise<Saved> {
  const { brandId } = member;
  const originals: Fields = fieldsOf(defaultCourse);
  const wanted = Object.fromEntries(
    Object.entries(change)
      .filter(([field, value]) => field in fieldSchemas && value !== undefined)
      .map(([field, value]) => [
        field,
        value === null ? originals[field] : fieldSchemas[field as CourseField].parse(value),
      ]),
  );
  return commit(async (tx) => {
    await tx.trainingCourse.createMany({ data: [{ brandId }], skipDuplicates: true });
    return saveFields({
      tx,
      member,
      subject: `course:${brandId}`,
      expected,
      change: wanted,
      undoes,
      now,
      async read() {
        const { version, course } = await readCourse({ tx, brandId });
        return { version, fields: fieldsOf(course) };
      },
      async write({ version, after }) {
        const stored = await tx.trainingCourse.findUniqueOrThrow({ where: { brandId } });
        const fields = { ...fieldsOf(courseFrom(defaultCourse, stored.content)), ...after };
        const content = Object.fromEntries(
          Object.entries(fields).filter(([field, value]) => !isSame(value, originals[field])),
        );
        return tx.trainingCourse.updateMany({
          where: { brandId, version },
          data: { content: content as Prisma.InputJsonObject, version: { increment: 1 } },
        });
      },
    });
  });
}
