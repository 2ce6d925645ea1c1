import { assertEquals } from "@std/assert";
import { parsePhone } from "./phone.ts";

Deno.test("mobile numbers are read as people write them", () => {
  for (
    const [typed, phone] of [
      ["621 123 456", "+352621123456"],
      ["621-123-456", "+352621123456"],
      ["+352 621 123 456", "+352621123456"],
      ["00352621123456", "+352621123456"],
      ["(+352) 691 12 34 56", "+352691123456"],
      ["+ (352) 691 123 456", "+352691123456"],
      [" 352 661 123 456 ", "+352661123456"],
      ["٦٢١ ١٢٣ ٤٥٦", "+352621123456"],
      ["\u202a+352 621 123 456\u202c", "+352621123456"], // copied from a contact
      ["621.123.456", "+352621123456"],
      ["621/123456", "+352621123456"],
      ["＋３５２６２１１２３４５６", "+352621123456"],
      ["+33 6 12 34 56 78", "+33612345678"],
      ["0033612345678", "+33612345678"],
      ["+49 1512 3456789", "+4915123456789"],
      ["+32 470 12 34 56", "+32470123456"],
      ["+351 912 345 678", "+351912345678"],
      ["+1 212 555 2368", "+12125552368"], // the plan does not tell mobiles apart
    ]
  ) {
    const result = parsePhone(typed ?? "");
    assertEquals({ phone: undefined, ...result }.phone, phone, typed);
  }
});

Deno.test("the country code is known apart", () => {
  const result = parsePhone("+33612345678");
  assertEquals({ countryCode: undefined, ...result }.countryCode, "33");
});

Deno.test("what cannot get an SMS is refused, with the reason", () => {
  for (
    const [typed, error] of [
      ["", "phone_missing"],
      ["   ", "phone_missing"],
      ["abc", "phone_invalid"],
      ["621 12", "phone_invalid"],
      ["621 123 456 7", "phone_invalid"],
      ["06 12 34 56 78", "phone_invalid"], // a French number without its country
      ["+999 123456", "phone_invalid"],
      ["call 621 123 456 now", "phone_invalid"],
      ["621 123 456 ext. 5", "phone_invalid"],
      ["+352 27 12 50 18", "phone_not_mobile"],
      ["+33 1 42 68 53 00", "phone_not_mobile"],
      ["800 2 1234", "phone_not_mobile"],
      ["+870 773 123 456", "phone_not_mobile"], // Inmarsat
      ["+881 651 234 567", "phone_not_mobile"], // Iridium
      ["+882 16 612 34567", "phone_not_mobile"], // Thuraya
      ["+883 5100 1234 5678", "phone_not_mobile"],
      ["+979 123 456 789", "phone_not_mobile"], // premium rate
      ["+44 70 1234 5678", "phone_not_mobile"], // forwarded at the caller's cost
      ["1".repeat(60), "phone_invalid"],
    ]
  ) assertEquals(parsePhone(typed ?? "").error, error, typed);
});
