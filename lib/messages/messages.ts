import type account from "./en/account.json";
import type answer from "./en/answer.json";
import type board from "./en/board.json";
import type community from "./en/community.json";
import type conversation from "./en/conversation.json";
import type course from "./en/course.json";
import type demo from "./en/demo.json";
import type desk from "./en/desk.json";
import type error from "./en/error.json";
import type home from "./en/home.json";
import type launcher from "./en/launcher.json";
import type mail from "./en/mail.json";
import type moderation from "./en/moderation.json";
import type people from "./en/people.json";
import type practice from "./en/practice.json";
import type profile from "./en/profile.json";
import type promise from "./en/promise.json";
import type push from "./en/push.json";
import type receipt from "./en/receipt.json";
import type recognition from "./en/recognition.json";
import type recruiting from "./en/recruiting.json";
import type reply from "./en/reply.json";
import type settings from "./en/settings.json";
import type setup from "./en/setup.json";
import type tryout from "./en/tryout.json";
import type ui from "./en/ui.json";
import type visitor from "./en/visitor.json";
import type widget from "./en/widget.json";
import type widgetMenu from "./en/widget-menu.json";

/** Every text of the product by feature; one line a file of `en/`, which `messages.test.ts` keeps complete. */
export type Messages = {
  account: typeof account;
  answer: typeof answer;
  board: typeof board;
  community: typeof community;
  conversation: typeof conversation;
  course: typeof course;
  demo: typeof demo;
  desk: typeof desk;
  error: typeof error;
  home: typeof home;
  launcher: typeof launcher;
  mail: typeof mail;
  settings: typeof settings;
  setup: typeof setup;
  moderation: typeof moderation;
  people: typeof people;
  practice: typeof practice;
  profile: typeof profile;
  promise: typeof promise;
  visitor: typeof visitor;
  push: typeof push;
  receipt: typeof receipt;
  recognition: typeof recognition;
  recruiting: typeof recruiting;
  reply: typeof reply;
  tryout: typeof tryout;
  ui: typeof ui;
  widget: typeof widget;
  "widget-menu": typeof widgetMenu;
};

export type Feature = keyof Messages;

/** A folder of this directory. */
export type Language = "en" | "fr";
