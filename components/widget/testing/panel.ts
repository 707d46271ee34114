import {
  initialState,
  type PanelAction,
  type PanelState,
  reducePanel,
} from "@/components/widget/panel-state";
import type { ChatView, MessageView } from "@/lib/domain/chat/view";
import type { HelperCard } from "@/lib/domain/member/view";
import type { VisitorQuestion, VisitorState } from "@/lib/domain/question/view";
import type { Availability } from "@/lib/domain/targeting/launcher";

/** The moment at which these tests look. */
export const NOW = Date.parse("2026-03-02T10:00:00Z");
/** One owner is free. */
export const availability: Availability = {
  kind: "community",
  community: 1,
  staff: 0,
  online: 1,
  faces: [],
  promiseSeconds: 30,
  usualSeconds: null,
  share: 1,
  version: 5,
};
export const nadia: HelperCard = {
  kind: "owner",
  name: "Nadia B.",
  initials: "NB",
  tint: "sage",
  thanks: 23,
  topic: null,
  owns: null,
  badge: null,
};
/** A question that is being asked around, with what the test says otherwise; the others below likewise. */
export const question = (more: Partial<VisitorQuestion> = {}): VisitorQuestion => ({
  id: "q1",
  version: 1,
  state: "offering",
  text: "Does the battery survive winter?",
  topic: null,
  product: null,
  staffOnly: false,
  askedAt: "2026-03-02T09:59:00Z",
  promiseSeconds: 30,
  promiseBroken: false,
  asked: [],
  position: null,
  expectedWaitSeconds: null,
  joinedSeconds: null,
  staffFree: false,
  answerBy: null,
  hasEmail: false,
  ...more,
});
export const chat = (more: Partial<ChatView> = {}): ChatView => ({
  id: "c1",
  questionId: "q1",
  version: 1,
  state: "open",
  end: null,
  lastSeq: 0,
  readSeq: 0,
  helper: nadia,
  handover: null,
  startedAt: "2026-03-02T09:59:10Z",
  endedAt: null,
  segments: [{ id: "s1", helper: nadia, isRated: false }],
  ...more,
});
export const message = (seq: number, more: Partial<MessageView> = {}): MessageView => ({
  id: `m${seq}`,
  chatId: "c1",
  seq,
  clientId: `client-${seq}`,
  author: "member",
  helper: { memberId: "p1", name: "Nadia B.", kind: "owner" },
  body: `word ${seq}`,
  system: null,
  sentAt: "2026-03-02T09:59:20Z",
  isHidden: false,
  attachment: null,
  ...more,
});
/** What was asked for while question `known` was shown. */
export const read = (more: Partial<VisitorState> = {}, known: string | null = "q1"): PanelAction => ({
  type: "read",
  known,
  state: {
    now: "2026-03-02T10:00:00Z",
    visitor: { id: "v1", firstName: "Marie", language: "en" },
    availability,
    question: null,
    chat: null,
    messages: [],
    ...more,
  },
});
/** The panel after all this. */
export const given = (...actions: PanelAction[]): PanelState =>
  actions.reduce(reducePanel, { ...initialState, start: "done" as const });
