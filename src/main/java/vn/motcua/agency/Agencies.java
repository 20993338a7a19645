package vn.motcua.agency;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import vn.motcua.shared.AgencyCode;

/** All agencies, in force or ended. Few (hundreds), so kept in memory and read anew when they change. */
@Repository
public class Agencies {

    public Optional<Agency> find(AgencyCode code) {
        throw new UnsupportedOperationException("to be written by the agency room");
    }

    /** The 34 provinces' level-1 agencies, sorted as Vietnamese people sort. */
    public List<Agency> provinces() {
        throw new UnsupportedOperationException("to be written by the agency room");
    }
}
