/**
 * An address as a page may show it, `a***@exemple.lu`: enough for whoever typed it to know it, too little for others
 * who see the screen.
 */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const [first = ""] = email;
  return `${first}***${email.slice(at)}`;
}
