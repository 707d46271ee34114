import { createContext, useContext } from "react";
import type { ProfileView } from "@/lib/domain/member/profile-view";
import type { profileRequests } from "./profile-requests";

export type ProfileScreen = {
  brand: { slug: string; name: string };
  profile: ProfileView;
  setProfile: (profile: ProfileView) => void;
  requests: ReturnType<typeof profileRequests>;
};

export const ProfileContext = createContext<ProfileScreen | null>(null);

/** The profile on this page, and how it is changed. */
export function useProfile(): ProfileScreen {
  const screen = useContext(ProfileContext);
  if (!screen) throw new Error("outside of a profile");
  return screen;
}
