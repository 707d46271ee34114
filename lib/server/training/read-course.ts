import { type Course, changedFields, courseFrom, fieldsOf } from "@/lib/domain/training/course-schema";
import { defaultCourse } from "@/lib/domain/training/default-course";
import type { CourseView } from "@/lib/domain/training/view";
import type { Tx } from "@/lib/server/commit";

/** A brand's course, and the version at which it is; 1 while nothing was changed. */
export async function readCourse({
  tx,
  brandId,
}: {
  tx: Tx;
  brandId: string;
}): Promise<{ version: number; course: Course }> {
  const stored = await tx.trainingCourse.findUnique({ where: { brandId } });
  return { version: stored?.version ?? 1, course: courseFrom(defaultCourse, stored?.content) };
}

/** The same for its editor. */
export async function getCourse(args: { tx: Tx; brandId: string }): Promise<CourseView> {
  const { version, course } = await readCourse(args);
  return {
    version,
    fields: fieldsOf(course),
    defaults: fieldsOf(defaultCourse),
    changed: changedFields(defaultCourse, course),
  };
}
