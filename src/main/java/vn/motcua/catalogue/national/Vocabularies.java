package vn.motcua.catalogue.national;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Procedure.Audience;
import vn.motcua.catalogue.Procedure.Kind;
import vn.motcua.catalogue.Procedure.Level;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Text;

/** The words of the national lists, and what they mean here. A word that no list has is a doubt. */
final class Vocabularies {

    /** Stands for an agency that the list of codes does not have, such as the courts. */
    static final AgencyCode WITHOUT_CODE = new AgencyCode("G00");

    private static final Map<String, Level> LEVELS = Map.of(
            "cấp bộ", Level.MINISTRY,
            "cấp tỉnh", Level.PROVINCE,
            "cấp xã", Level.COMMUNE,
            "cơ quan khác", Level.OTHER);

    private static final Map<String, Audience> AUDIENCES = Map.ofEntries(
            Map.entry("công dân việt nam", Audience.CITIZEN),
            Map.entry("người nước ngoài", Audience.FOREIGNER),
            Map.entry("người nước ngoài cư trú tại việt nam", Audience.FOREIGNER),
            Map.entry("người việt nam định cư ở nước ngoài", Audience.OVERSEAS_VIETNAMESE),
            Map.entry("doanh nghiệp", Audience.ENTERPRISE),
            Map.entry("doanh nghiệp việt nam", Audience.ENTERPRISE),
            Map.entry("doanh nghiệp có vốn đầu tư nước ngoài", Audience.FOREIGN_INVESTED_ENTERPRISE),
            Map.entry("tổ chức", Audience.ORGANISATION),
            Map.entry("tổ chức nước ngoài", Audience.FOREIGN_ORGANISATION),
            Map.entry("hợp tác xã", Audience.COOPERATIVE),
            Map.entry("cán bộ công chức viên chức", Audience.OFFICIAL));

    private static final Map<String, Kind> KINDS = Map.of(
            "tthc được giao luật quy định chi tiết", Kind.ASSIGNED_REGULATION,
            "tthc được luật giao quy định chi tiết", Kind.ASSIGNED_REGULATION,
            "assignedregulation", Kind.ASSIGNED_REGULATION,
            "tthc không được luật giao cho địa phương quy định", Kind.LOCAL_REGULATION,
            "localregulation", Kind.LOCAL_REGULATION,
            "loại khác", Kind.OTHER,
            "other", Kind.OTHER);

    private final Map<String, AgencyCode> agencies = new HashMap<>();
    private final Map<AgencyCode, String> english = new HashMap<>();

    Vocabularies(Agencies all) {
        all.all().forEach(agency -> {
            agencies.put(agencyKey(agency.name().vi()), agency.code());
            english.put(agency.code(), agency.name().en());
        });
    }

    private static String agencyKey(String name) {
        return Clean.key(name).replace(" việt nam", "");
    }

    AgencyCode agency(Source source, String field, String code) {
        var name = source.line(field);
        var known = agencies.get(agencyKey(name));
        if (known != null) {
            return known;
        }
        if (code.matches("[GH]\\d{2}")) {
            return new AgencyCode(code);
        }
        source.doubt(field, Doubt.Kind.AGENCY_UNKNOWN, name);
        return WITHOUT_CODE;
    }

    /** As the record names it, with the English name where the list has one. */
    Text agencyName(Source source, String field, AgencyCode code) {
        return new Text(source.line(field), english.getOrDefault(code, ""));
    }

    List<Level> levels(Source source) {
        return known(source, "levels", LEVELS);
    }

    List<Audience> audiences(Source source) {
        return known(source, "subjects", AUDIENCES);
    }

    private static <T> List<T> known(Source source, String field, Map<String, T> words) {
        var known = new LinkedHashSet<T>();
        for (var word : source.texts(field)) {
            var meaning = words.get(Clean.key(word));
            if (meaning == null) {
                source.doubt(field, Doubt.Kind.WORD_UNKNOWN, word);
            } else {
                known.add(meaning);
            }
        }
        return new ArrayList<>(known);
    }

    Kind kind(Source source) {
        var said = source.line("type");
        var kind = KINDS.get(Clean.key(said));
        if (kind == null) {
            source.doubt("type", said.isEmpty() ? Doubt.Kind.PART_MISSING : Doubt.Kind.WORD_UNKNOWN, said);
            return Kind.OTHER;
        }
        return kind;
    }
}
