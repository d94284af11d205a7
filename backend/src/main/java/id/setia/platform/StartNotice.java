package id.setia.platform;

import java.util.List;

/** Lines that the program shows once it is ready, after its addresses; each bean of this type adds its own. */
public interface StartNotice {

    /** What to show, such as the log-ins of the demonstration. */
    List<String> lines();
}
