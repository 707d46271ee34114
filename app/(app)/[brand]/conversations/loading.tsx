import { translatorFor } from "@/app/translator";
import { Loading, Skeleton } from "@/components/ui/skeleton";

/** Rows to come; shown after 200 ms. */
export default async function ConversationsLoading() {
  const t = await translatorFor("conversation");
  return (
    <main id="main" className="mx-auto w-full max-w-[1120px] px-4 py-10 bar:px-8">
      <Loading label={t("loading")}>
        <div className="grid gap-6">
          <Skeleton width={240} height={36} />
          <Skeleton height={44} />
          {["a", "b", "c", "d", "e", "f"].map((row) => (
            <div key={row} className="grid gap-2">
              <Skeleton width="70%" height={16} />
              <Skeleton width="40%" />
            </div>
          ))}
        </div>
      </Loading>
    </main>
  );
}
