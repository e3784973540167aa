// The language of the page.

/** Whether the page is in English. */
export const isEnglish = () => document.documentElement.lang === "en";

/** The text in the page's language. */
export const tr = (zh, en) => (isEnglish() ? en : zh);
