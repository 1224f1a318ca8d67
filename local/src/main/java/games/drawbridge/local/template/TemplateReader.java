package games.drawbridge.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Goes through a template once: parameters, conditions, then each resource.
final class TemplateReader {

    /// Declarations that do nothing a program could see on one machine. What SES tells of letters
    /// the mail catcher puts into the queue at the end of that way itself.
    private static final Set<String> SILENT =
            Set.of(
                    "AWS::Lambda::Permission",
                    "AWS::SQS::QueuePolicy",
                    "AWS::SNS::TopicPolicy",
                    "AWS::SNS::Subscription",
                    "AWS::SES::ConfigurationSet",
                    "AWS::SES::ConfigurationSetEventDestination",
                    "AWS::S3::BucketPolicy",
                    "AWS::SecretsManager::ResourcePolicy",
                    "AWS::Logs::LogGroup",
                    "AWS::CloudWatch::Alarm");

    private final Map<String, Object> globals;
    private final Resources resources;
    private final Intrinsics intrinsics;

    private final List<Function> functions = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final List<Trigger> triggers = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Queue> queues = new ArrayList<>();
    private final List<Bucket> buckets = new ArrayList<>();
    private final List<Secret> secrets = new ArrayList<>();
    private final List<Rotation> rotations = new ArrayList<>();
    private final Map<String, HttpApi> apis = new LinkedHashMap<>();

    TemplateReader(Map<String, Object> yaml, Map<String, String> parameters, Cloud cloud) {
        for (String section : yaml.keySet()) known(section);
        globals = section(yaml, "Globals");
        var conditions = section(yaml, "Conditions");
        var references = new LinkedHashMap<String, Object>();
        references.putAll(Parameters.values(section(yaml, "Parameters"), parameters));
        references.putAll(Parameters.pseudo(cloud));
        resources = new Resources(section(yaml, "Resources"), cloud);
        intrinsics = new Intrinsics(references, conditions, resources::attribute);
        resources.name(intrinsics);
        references.putAll(resources.references());
    }

    private static void known(String section) {
        switch (section) {
            case "AWSTemplateFormatVersion", "Transform", "Description", "Metadata" -> {}
            case "Parameters", "Conditions", "Globals", "Resources", "Outputs" -> {}
            default -> throw new TemplateFault(section, "this section does not run locally");
        }
    }

    static Map<String, Object> section(Map<String, Object> yaml, String name) {
        Object section = yaml.get(name);
        return section == null ? Map.of() : Values.map(name, section);
    }

    Template read() {
        for (String id : globals.keySet())
            if (!id.equals("Function"))
                throw new TemplateFault("Globals." + id, "does not run locally");
        // Routes name their API, so APIs come first.
        resources
                .all()
                .forEach(each -> {
                    if (each.type().equals("AWS::Serverless::HttpApi")) read(each);
                });
        resources
                .all()
                .forEach(each -> {
                    if (!each.type().equals("AWS::Serverless::HttpApi")) read(each);
                });
        return new Template(
                functions, routes, triggers, tables, queues, buckets, secrets, rotations);
    }

    private void read(Resources.Declared resource) {
        if (SILENT.contains(resource.type()) || isTopicOfSes(resource)) return;
        String id = resource.id();
        var props = properties(resource);
        switch (resource.type()) {
            case "AWS::Serverless::HttpApi" -> apis.put(id, HttpApi.read(id, props));
            case "AWS::Serverless::Function" -> function(id, props);
            case "AWS::DynamoDB::Table" -> tables.add(Table.read(id, resource.name(), props));
            case "AWS::SQS::Queue" -> queues.add(Queue.read(id, resource.name(), props));
            case "AWS::S3::Bucket" -> buckets.add(Bucket.read(id, resource.name(), props));
            case "AWS::SecretsManager::Secret" ->
                    secrets.add(Secret.read(id, resource.name(), resource.reference(), props));
            case "AWS::SecretsManager::RotationSchedule" -> rotations.add(Rotation.read(props));
            default -> throw new TemplateFault(id, resource.type() + " does not run locally");
        }
        props.done();
    }

    /// Nothing but SES tells such a topic anything; any other one would be silent here.
    private boolean isTopicOfSes(Resources.Declared topic) {
        if (!topic.type().equals("AWS::SNS::Topic")) return false;
        return resources.all().stream()
                .filter(each -> each.type().equals("AWS::SES::ConfigurationSetEventDestination"))
                .map(each -> intrinsics.resolve(each.id(), each.properties()))
                .map(each -> new Props(topic.id(), Values.map(topic.id(), each)))
                .map(each -> each.in("EventDestination").in("SnsDestination").maybe("TopicARN"))
                .anyMatch(Optional.of(topic.reference())::equals);
    }

    private Props properties(Resources.Declared resource) {
        Object given = resource.properties();
        if (resource.type().equals("AWS::Serverless::Function"))
            given = Globals.under(section(globals, "Function"), Values.map(resource.id(), given));
        @Nullable Object resolved = intrinsics.resolve(resource.id(), given);
        return new Props(resource.id(), Values.map(resource.id(), resolved));
    }

    private void function(String id, Props props) {
        functions.add(Function.read(id, props));
        var events = props.in("Events");
        for (String name : events.names()) {
            var event = events.in(name);
            String type = event.text("Type");
            var how = event.in("Properties");
            if (type.equals("HttpApi")) routes.add(Route.read(id, how, api(how)));
            else new Triggers(id, name).read(type, how).ifPresent(triggers::add);
        }
    }

    private HttpApi api(Props route) {
        var api = apis.get(route.text("ApiId"));
        if (api == null)
            throw new TemplateFault(
                    route.where("ApiId"), "names no declared AWS::Serverless::HttpApi");
        return api;
    }
}
