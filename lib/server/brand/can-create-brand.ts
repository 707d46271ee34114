import { db } from "@/lib/server/database";

/** Whether a person runs this installation: he may create brands. */
export async function canCreateBrand({ userId }: { userId: string }): Promise<boolean> {
  return (await db().user.count({ where: { id: userId, isOperator: true } })) === 1;
}
