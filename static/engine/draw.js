/** A chart as it is drawn here, as an SVG file of its own: black on white, everything in pixels, words as text. */
const draw = (figure, title) => {
  const margin = 16;
  const { x, y, width } = figure.getBoundingClientRect();
  const safe = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);
  const pixels = (number) => +number.toFixed(1);
  const across = (place) => pixels(place - x + margin);
  const down = (place) => pixels(place - y + margin);
  const shown = (element) => !element.closest(".only-screen, .behind, .unseen");
  let drawn = "";
  let bottom = 0;
  const add = (tag, box, attributes, content = "") => {
    bottom = Math.max(bottom, box.bottom);
    drawn += `<${tag}${Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join("")}>${content}</${tag}>`;
  };
  for (const shape of figure.querySelectorAll("line, rect, circle")) {
    const style = getComputedStyle(shape);
    const { e, f } = shape.getScreenCTM();
    const attributes = { transform: `translate(${across(e)} ${down(f)})` };
    for (const name of shape.getAttributeNames()) {
      // A length in percent is one of the drawing that the shape stands in.
      const length = shape[name]?.baseVal?.value;
      if (isFinite(length)) attributes[name] = pixels(length);
    }
    for (const name of ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap"]) {
      const value = style.getPropertyValue(name);
      attributes[name] = value === "none" || name.includes("-") ? value : shape.matches(".guide") ? "#888" : name === "fill" && shape.closest(".pale") ? "#ccc" : "#000";
    }
    if (shown(shape)) add(shape.localName, shape.getBoundingClientRect(), attributes);
  }
  const texts = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (!shown(parentElement)) continue;
    const { fontSize, fontWeight } = getComputedStyle(parentElement);
    // Word by word, so that a text breaks where it does here.
    const lines = {};
    for (const { 0: word, index } of data.matchAll(/\S+/g)) {
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      const box = range.getBoundingClientRect();
      if (!box.width) continue;
      const line = (lines[down(box.y)] ??= { box, words: [] });
      line.words.push(word);
    }
    for (const { box, words } of Object.values(lines)) {
      add("text", box, { x: across(box.x), y: down(box.y + box.height * 0.8), "font-size": fontSize, "font-weight": fontWeight, ...(parentElement.closest(".control text") && { fill: "#fff" }) }, safe(words.join(" ")));
    }
  }
  const size = `width="${Math.ceil(width) + 2 * margin}" height="${Math.ceil(down(bottom)) + margin}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.match(/\d+/g).join(" ")}" ${size} font-family="sans-serif" role="img"><title>${safe(title)}</title><rect width="100%" height="100%" fill="#fff"/>${drawn}</svg>`;
};
