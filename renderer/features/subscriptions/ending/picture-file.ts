/** Twice the size on the screen: sharp on paper and in a letter. */
const scale = 2;

/** A picture as a file of its own: all colours are written in it. */
export const pictureText = (picture: SVGSVGElement): string => new XMLSerializer().serializeToString(picture);

/** The same as a PNG in base64; undefined where it cannot be drawn. */
export async function picturePng(picture: SVGSVGElement): Promise<string | undefined> {
  const { width, height } = picture.viewBox.baseVal;
  const image = new Image(width * scale, height * scale);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictureText(picture))}`;
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  try {
    await image.decode();
    const drawing = canvas.getContext('2d');
    if (drawing === null) return undefined;
    drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').split(',')[1];
  } catch {
    return undefined;
  }
}
