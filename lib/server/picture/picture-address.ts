/** Where a stored picture is, relative to our own origin; undefined without one. A new picture has a new address. */
export function pictureAddress(pictureKey: string | null): string | undefined {
  return pictureKey === null ? undefined : `/api/pictures/${pictureKey}`;
}
