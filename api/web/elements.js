// Making elements, and the small words between them.

export const $ = (id) => document.getElementById(id);

/** An element with attributes and children; strings become text, and what is null or false is passed over. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false && child !== ""));
  return element;
}

export const count = (n, one, many = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
export const joined = (parts) => parts.filter(Boolean).join(" · ");
export const day = (published) => published?.slice(0, 10);
