package id.setia.imports;

import java.io.Closeable;
import java.util.Iterator;

/** The receipts of a file, read one after the other. */
interface ReceiptSource extends Iterator<FileReceipt>, Closeable {}
