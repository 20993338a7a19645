package vn.motcua.identity.door;

import java.util.List;

/**
 * What the door must know about the house.
 *
 * @param sandbox whether the outside world is a simulated one
 * @param https whether browsers reach the portal by TLS: cookies are then Secure, and browsers are told to stay with TLS
 * @param formTargets origins outside the portal to which a form may lead
 */
public record DoorRules(boolean sandbox, boolean https, List<String> formTargets) {
    public DoorRules {
        formTargets = List.copyOf(formTargets);
    }
}
