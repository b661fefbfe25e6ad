package dev.kaitsu.adapter.salesforce;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * The older form of an RSA key (PKCS#1, RFC 8017). Java reads only the newer one (PKCS#8, RFC
 * 5208), which is the older one in an envelope.
 */
final class Pkcs1 {
  // SEQUENCE { OID rsaEncryption 1.2.840.113549.1.1.1, NULL }
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final byte[] VERSION_0 = {2, 1, 0};
  private static final byte[] OID_EC = HexFormat.of().parseHex("06072a8648ce3d0201");
  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 0x04;

  private Pkcs1() {}

  static byte[] toPkcs8(byte[] pkcs1) {
    return wrap(SEQUENCE, join(VERSION_0, RSA, wrap(OCTET_STRING, pkcs1)));
  }

  static boolean mentionsEllipticCurve(byte[] der) {
    return Collections.indexOfSubList(list(der), list(OID_EC)) >= 0;
  }

  private static byte[] wrap(int tag, byte[] content) {
    int length = content.length;
    byte[] head;
    if (length < 0x80) {
      head = new byte[] {(byte) tag, (byte) length};
    } else if (length < 0x100) {
      head = new byte[] {(byte) tag, (byte) 0x81, (byte) length};
    } else {
      head = new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    }
    return join(head, content);
  }

  private static byte[] join(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(joined::writeBytes);
    return joined.toByteArray();
  }

  private static List<Byte> list(byte[] bytes) {
    var list = new ArrayList<Byte>(bytes.length);
    for (byte each : bytes) {
      list.add(each);
    }
    return list;
  }
}
