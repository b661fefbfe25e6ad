package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.php.PhpArray;

/** Changes a service's custom fields, notes or status; other fields are ignored. */
final class UpdateClientProduct implements Action {
  private final Installation installation;

  UpdateClientProduct(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Reply run(PhpArray form) {
    int id = form.integer("serviceid").orElse(0);
    boolean changed = installation.books().changeService(id, service -> changed(service, form));
    return changed
        ? Reply.success(installation.row().digits("serviceid", id))
        : Reply.error("Service ID Not Found");
  }

  private WhmcsService changed(WhmcsService service, PhpArray form) {
    var product = installation.books().product(service.pid());
    var fields =
        LineReader.known(
            form.text("customfields"), id -> product.flatMap(p -> p.customField(id)).isPresent());
    return service
        .withCustomFields(fields)
        .withNotes(form.text("notes").orElse(service.notes()))
        .withStatus(form.text("status").orElse(service.status()));
  }
}
