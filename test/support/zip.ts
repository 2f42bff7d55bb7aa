import { deflateRawSync } from 'node:zlib';

/** A zip with one packed file, as PKWARE's APPNOTE has it: local header, data, directory, end. */
export function zipOf(fileName: string, content: Uint8Array): Blob {
  const name = Buffer.from(fileName);
  const packed = deflateRawSync(content, { level: 1 });
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return new Blob([local, name, packed, central, name, end]);
}
