package vn.motcua.agency;

import java.util.List;

/** What became of an old address. */
public sealed interface Resolution {

    /** It lies in one commune today; {@code old} and {@code now} are the same where nothing changed. */
    record Found(Unit old, Unit now) implements Resolution {}

    /** The commune was divided: only who lives there knows in which part. At least two. */
    record Divided(Unit old, List<Unit> parts) implements Resolution {
        public Divided {
            parts = List.copyOf(parts);
        }
    }

    /** The words fit these places, which went different ways or are in another district than the one named. */
    record Several(List<Unit> olds) implements Resolution {
        public Several {
            olds = List.copyOf(olds);
        }
    }

    /** Nothing is called so; {@code near} may be empty. */
    record Unknown(Unit.Level part, List<String> near) implements Resolution {
        public Unknown {
            near = List.copyOf(near);
        }
    }

    /** The portal has no communes yet; only the province of today can be told, where it is known. */
    record NotImported(List<Unit> provinces) implements Resolution {
        public NotImported {
            provinces = List.copyOf(provinces);
        }
    }
}
