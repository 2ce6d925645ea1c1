import { useEffect, useState } from "preact/hooks";
import { CancellationAnswer, GuestStateAnswer } from "@/browser/answers.ts";
import { ask, Done, Refusal } from "@/browser/api.ts";
import type { ChannelAccess } from "@/browser/channels.ts";
import { DayStore } from "@/browser/day.ts";
import { useArrivals } from "@/browser/use_arrivals.ts";
import { useFocusKept } from "@/browser/use_focus_kept.ts";
import { useStore } from "@/browser/use_store.ts";
import { useTransitions } from "@/browser/use_transitions.ts";
import { useUndo } from "@/browser/use_undo.ts";
import { patientName, queueOf } from "@/components/workspace/day.ts";
import { Desk } from "@/components/workspace/Desk.tsx";
import { can } from "@/domain/appointment.ts";
import type { GuestAct } from "@/domain/guests.ts";
import { paths } from "@/domain/paths.ts";
import type { Undoable } from "@/domain/practice.ts";
import type { DayAppointment, DayRecord } from "@/domain/records.ts";
import type { FileTexts } from "@/i18n/attachments.ts";
import type { BrowserTexts } from "@/i18n/connection.ts";
import type { KindTexts } from "@/i18n/document_names.ts";
import type { ConsultationTexts } from "@/i18n/fr/consultation.ts";
import type { ErrorTexts } from "@/i18n/fr/errors.ts";
import type { FrameTexts } from "@/i18n/fr/frame.ts";
import type { WorkspaceTexts } from "@/i18n/fr/workspace.ts";
import type { ThirdTexts } from "@/i18n/guests.ts";
import { type Language, plural, t } from "@/i18n/mod.ts";
import { type Asked, DayDialogs } from "./parts/DayDialogs.tsx";
import { DayHours } from "./parts/DayHours.tsx";
import { DayNews } from "./parts/DayNews.tsx";
import { DayQueue } from "./parts/DayQueue.tsx";
import { DaySide, type SideTab } from "./parts/DaySide.tsx";
import { DayTools } from "./parts/DayTools.tsx";
import { SideActions } from "./parts/SideActions.tsx";

export interface WorkspaceProps {
  day: DayRecord;
  /** What was cancelled a moment ago on another page, and may be undone. */
  undoable: Undoable | null;
  freeNowMinutes: number;
  access: ChannelAccess;
  /** Where the call's library comes from: it may not work in this browser. */
  jitsiUrl: string;
  language: Language;
  texts: WorkspaceTexts;
  kinds: KindTexts;
  chat: ConsultationTexts;
  files: FileTexts;
  frame: FrameTexts;
  errors: ErrorTexts;
  third: ThirdTexts;
  browser: BrowserTexts;
}

/** What a pane may do. */
export interface DayActs {
  call: (one: DayAppointment) => void;
  ask: (asked: Asked) => void;
  /** Opens the side panel at a patient. */
  open: (one: DayAppointment, tab?: SideTab) => void;
  /** Lets a guest in, or refuses them. */
  guest: (guestId: string, act: GuestAct) => void;
}

/** The doctor's day: who waits, since when, and what comes. */
export function Workspace(props: WorkspaceProps) {
  const { language, texts, errors } = props;
  const store = useStore(() => new DayStore(props.day, props.access));
  const day = store.record.value;
  const { refusal, transition } = useTransitions(store.refresh);
  useFocusKept();
  const moment = store.moment.value;
  const pages = store.present.value;
  const queue = queueOf(day.appointments, pages);
  const all = [...queue.present, ...queue.away];
  const arrived = useArrivals(
    all.map((one) => ({ id: one.id, name: patientName(one) })),
    texts.notification,
  );
  useTitle(queue.present.length, texts.title);
  const [side, setSide] = useState<{ id: string; tab: SideTab } | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [failed, setFailed] = useState<string | null>(null);

  /** Does something that our server answers; whether it succeeded. The day is read again in any case. */
  const attempt = async <T,>(work: () => Promise<T>): Promise<T | null> => {
    setFailed(null);
    try {
      return await work();
    } catch (error) {
      setFailed(error instanceof Refusal ? error.key : "unavailable");
      return null;
    } finally {
      await store.refresh();
    }
  };
  const post = (path: string, body: unknown) =>
    attempt(() => ask(path, Done, { method: "POST", repeatable: true, body }));
  const undoOf = (what: Undoable) => ({
    done: what.name === null
      ? t(
        plural(language, what.count, {
          one: texts.cancelledMany_one,
          other: texts.cancelledMany_other,
        }),
        { count: what.count },
      )
      : t(texts.cancelledNamed, { name: what.name }),
    untold: true,
    undo: async () => {
      setUndoing(null);
      await post(paths.undo(), { cancelled_at: what.cancelled_at });
    },
  });
  const [undoing, setUndoing] = useUndo(
    props.undoable && undoOf(props.undoable),
  );

  const acts: DayActs = {
    ask: setAsked,
    open: (one, tab = "patient") => setSide({ id: one.id, tab }),
    guest: (guestId, act) =>
      void attempt(() =>
        ask(paths.guestAct(guestId, act), GuestStateAnswer, {
          method: "POST",
          repeatable: true,
        })
      ),
    call: async (one) => {
      if (await transition(one.id, "call")) {
        location.assign(paths.consultation(language, one.id));
      }
    },
  };
  const cancel = async (one: DayAppointment, reason: string) => {
    setAsked(null);
    const undoable = await attempt(() =>
      ask(paths.doctorCancellation(one.id), CancellationAnswer, {
        method: "POST",
        repeatable: true,
        body: { reason },
      })
    );
    if (undoable) setUndoing(undoOf(undoable));
  };
  const noShow = async (one: DayAppointment) => {
    setAsked(null);
    if (!await transition(one.id, "no_show")) return;
    setUndoing({
      done: t(texts.noShowDone, { name: patientName(one) }),
      untold: false,
      undo: async () => {
        setUndoing(null);
        await post(paths.undo(), { no_show: one.id });
      },
    });
  };

  const first = queue.present.find((one) => can.call(one, moment));
  const chosen = day.appointments.find(({ id }) => id === side?.id);
  const shown = chosen ?? first ?? queue.present[0] ??
    day.appointments.find(({ state }) => state === "booked");
  const close = () => {
    setSide(null);
    document.getElementById(`open-${side?.id}`)?.focus();
  };
  return (
    <Desk
      chosen={chosen !== undefined}
      news={
        <DayNews
          store={store}
          refusal={failed ?? refusal}
          undoing={undoing}
          arrived={arrived}
          errors={errors}
          language={language}
          texts={texts}
        />
      }
      day={
        <DayHours
          {...props}
          store={store}
          chosen={chosen?.id}
          acts={acts}
          onProblem={(error) =>
            setFailed(error instanceof Refusal ? error.key : "unavailable")}
        />
      }
      queue={
        <DayQueue
          {...props}
          store={store}
          queue={queue}
          acts={acts}
        />
      }
      side={shown
        ? (
          <DaySide
            key={shown.id}
            appointment={shown}
            tab={side?.tab ?? "patient"}
            opened={chosen !== undefined}
            channels={store.channels.value}
            now={moment}
            zone={day.doctor.time_zone}
            language={language}
            texts={texts}
            chat={props.chat}
            files={props.files}
            actions={
              <SideActions
                appointment={shown}
                now={moment}
                language={language}
                texts={texts}
                acts={acts}
              />
            }
            onTab={(tab) => setSide({ id: shown.id, tab })}
            onClose={close}
            onConfirmIdentity={() =>
              void post(paths.identityFromDay(shown.id), undefined)}
          />
        )
        : (
          <section class="pane pane-side" aria-label={texts.sideLabel}>
            <div class="pane-head" />
            <p class="pane-body pane-empty soft">{texts.sideEmpty}</p>
          </section>
        )}
      keys={
        <>
          <DayTools
            onCall={() => first && acts.call(first)}
            onMessage={() => {
              // Nobody chosen: whoever is in the waiting room first, as `c` calls.
              const one = shown ?? queue.present[0] ?? queue.away[0];
              if (one?.thread_id) acts.open(one, "messages");
            }}
            onSearch={() => location.assign(paths.patients(language))}
            texts={texts}
            frame={props.frame}
          />
          <DayDialogs
            asked={asked}
            zone={day.doctor.time_zone}
            language={language}
            texts={texts}
            third={props.third}
            onClose={() => setAsked(null)}
            onCancel={(one, reason) => void cancel(one, reason)}
            onNoShow={(one) => void noShow(one)}
          />
        </>
      }
    />
  );
}

/** How many wait stands before the title of the tab. */
function useTitle(count: number, title: string): void {
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ""}${title} – eConsult`;
  }, [count, title]);
}
