package id.setia.platform;

/** The form of log lines: for a person's eyes, or for a program that collects them. */
enum LogForm {
    TEXT,
    JSON
}
