package vn.motcua.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.motcua.form.ConditionTypes;
import vn.motcua.form.Form;

/**
 * A folder as the portal would understand it once it is published.
 *
 * @param definition how it is served online, null where it is not; its form then asks nothing
 */
record FolderContent(
        ServiceFolder folder,
        Procedure procedure,
        @Nullable ServiceDefinition definition,
        Form form,
        ConditionTypes types) {

    /** Null where it cannot be understood; the remarks then say why. */
    static @Nullable FolderContent of(ServiceFolder folder, Remarks remarks) {
        try {
            var procedure = Records.procedure(folder.procedureContent(), 1);
            if (!folder.isServed()) {
                var none = Form.of("", List.of());
                return new FolderContent(folder, procedure, null, none, new ConditionTypes(none.sections()));
            }
            var service = Published.service(procedure, 1, "0".repeat(64), folder.serviceContent());
            return new FolderContent(
                    folder,
                    procedure,
                    service.definition(),
                    service.form(),
                    new ConditionTypes(service.form().sections()));
        } catch (JacksonException e) {
            remarks.mistake(
                    e.getPath().stream().anyMatch(step -> "fields".equals(step.getPropertyName()))
                            ? "form.yaml"
                            : "service.yaml",
                    e.getPath().stream()
                            .map(step -> step.getPropertyName() == null
                                    ? String.valueOf(step.getIndex())
                                    : step.getPropertyName())
                            .reduce((a, b) -> a + "/" + b)
                            .orElse(""),
                    "%s",
                    String.valueOf(root(e).getMessage()));
        } catch (IllegalArgumentException e) {
            remarks.mistake("form.yaml", "", "%s", String.valueOf(e.getMessage()));
        }
        return null;
    }

    private static Throwable root(Throwable failure) {
        var cause = failure.getCause();
        return cause instanceof IllegalArgumentException ? root(cause) : failure;
    }
}
