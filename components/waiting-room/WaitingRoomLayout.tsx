import type { ComponentChildren } from "preact";

interface WaitingRoomLayoutProps {
  /** `TicketMini` with the bars of the line. */
  ticket?: ComponentChildren;
  /** `SelfView`: the stage. */
  picture: ComponentChildren;
  /** `ReadyTicks`, under the picture where the tools have no room. */
  ready?: ComponentChildren;
  /** What happened: a lost connection, a missed call. Between the picture and the band, never on a face. */
  news?: ComponentChildren;
  /** The state in one sentence, with its one action. */
  band: ComponentChildren;
  /** Below the stage where there is room: equipment, ticks, the way out. */
  tools?: ComponentChildren;
  /** `ChatPanel`: a column on a desk, in the place of the picture on a phone. */
  chat?: ComponentChildren;
  /** On a phone the chat has the place of the picture. */
  chatOpen?: boolean;
  /** `RoomTabs`, on a phone. */
  tabs?: ComponentChildren;
  /** The sheets of the equipment and of the help. */
  sheet?: ComponentChildren;
}

/** The waiting room: the picture is the stage, one band under it says the state and holds the action. */
export function WaitingRoomLayout(props: WaitingRoomLayoutProps) {
  const { ticket, picture, ready, news, band, tools, chat, chatOpen, tabs } =
    props;
  return (
    <div
      class={`room${chat ? "" : " room-alone"}${
        chat && chatOpen ? " room-writes" : ""
      }`}
    >
      {ticket && <div class="room-ticket">{ticket}</div>}
      <div class="room-stage">
        <div class="room-picture">{picture}</div>
        {ready && <div class="room-ready">{ready}</div>}
        {news}
        {band}
      </div>
      {tools && <div class="room-tools">{tools}</div>}
      {chat && <div class="room-chat">{chat}</div>}
      {tabs}
      {props.sheet}
    </div>
  );
}
