/** What members and staff do in a browser: real pages, the real server on a database of its own, and mails that really travel. */
package id.setia.portal;
