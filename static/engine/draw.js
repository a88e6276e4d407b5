/** A chart as it is drawn here, as an SVG file of its own: black on white, everything in pixels, words as text. */
const draw = (figure, title) => {
  const margin = 16;
  const box = figure.getBoundingClientRect();
  const [left, top] = [box.left - margin, box.top - margin];
  const pixels = (number) => +number.toFixed(1);
  const safe = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);
  const shown = (element) => !element.closest(".only-screen, .unseen") && element.getClientRects().length;
  const parts = [];
  let bottom = 0;
  for (const shape of figure.querySelectorAll("line, rect, circle")) {
    if (!shown(shape)) continue;
    bottom = Math.max(bottom, shape.getBoundingClientRect().bottom);
    const { stroke, strokeWidth, strokeDasharray, strokeLinecap, fill } = getComputedStyle(shape);
    const { a, b, c, d, e, f } = shape.getScreenCTM();
    // Lengths in percent are of the drawing that the shape stands in.
    const lengths = shape.getAttributeNames().map((name) => [name, shape[name]?.baseVal?.value]);
    const attributes = Object.entries({
      ...Object.fromEntries(lengths.filter(([, length]) => length?.toFixed).map(([name, length]) => [name, pixels(length)])),
      transform: `matrix(${[a, b, c, d, e - left, f - top].map(pixels)})`,
      stroke: stroke === "none" ? stroke : shape.classList.contains("guide") ? "#888" : "#000",
      "stroke-width": parseFloat(strokeWidth),
      "stroke-dasharray": strokeDasharray,
      "stroke-linecap": strokeLinecap,
      fill: fill === "none" ? fill : shape.closest(".pale") ? "#ccc" : "#000",
    });
    parts.push(`<${shape.localName} ${attributes.map(([name, value]) => `${name}="${value}"`).join(" ")}/>`);
  }
  const texts = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (!shown(node.parentElement)) continue;
    const { fontSize, fontWeight } = getComputedStyle(node.parentElement);
    // Word by word, so that a text breaks where it does here.
    const lines = new Map();
    for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const { x, y, height } = range.getBoundingClientRect();
      const line = Math.round(y);
      bottom = Math.max(bottom, y + height);
      if (lines.has(line)) lines.get(line).words.push(word);
      else lines.set(line, { x: x - left, y: y - top + height * 0.8, words: [word] });
    }
    for (const { x, y, words } of lines.values()) {
      parts.push(`<text x="${pixels(x)}" y="${pixels(y)}" font-size="${parseFloat(fontSize)}" font-weight="${fontWeight}"${node.parentElement.closest(".control text") ? ' fill="#fff"' : ""}>${safe(words.join(" "))}</text>`);
    }
  }
  const [width, height] = [box.width + 2 * margin, bottom - top + margin].map(Math.ceil);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" role="img"><title>${safe(title)}</title><rect width="100%" height="100%" fill="#fff"/>${parts.join("")}</svg>`;
};
