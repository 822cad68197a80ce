// Text as it is searched: people type "ne tranh" for "né tránh", and lists come in either Unicode form.

/** Lower case without diacritics. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
}
