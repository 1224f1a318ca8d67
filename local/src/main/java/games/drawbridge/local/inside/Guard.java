package games.drawbridge.local.inside;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Stands in every AWS client of the functions and lets through what the function's policies allow.
/// Anything else ends as it would at AWS: with that service's own exception.
public final class Guard implements ExecutionInterceptor {

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        var caller = Caller.current();
        if (caller == null)
            throw denied(context.request(), service, "no function runs on this thread");
        caller.refusal(service, operation, fields(context.request()))
                .ifPresent(refusal -> {
                    throw denied(context.request(), service, refusal);
                });
    }

    private static Map<String, Object> fields(SdkPojo pojo) {
        var fields = new HashMap<String, Object>();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = plain(field.getValueOrDefault(pojo));
            if (value != null) fields.put(field.memberName(), value);
        }
        return fields;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SdkPojo pojo -> fields(pojo);
            case Map<?, ?> map -> {
                var copy = new HashMap<String, Object>();
                map.forEach((key, each) -> put(copy, String.valueOf(key), plain(each)));
                yield copy;
            }
            case List<?> list -> list.stream().map(Guard::plain).filter(Objects::nonNull).toList();
            default -> value.toString();
        };
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) map.put(key, value);
    }

    private static AwsServiceException denied(SdkRequest request, String service, String why) {
        boolean s3 = service.equals("S3");
        var details =
                AwsErrorDetails.builder()
                        .errorCode(s3 ? "AccessDenied" : "AccessDeniedException")
                        .errorMessage(why)
                        .serviceName(service)
                        .build();
        return builder(request)
                .statusCode(s3 ? 403 : 400)
                .requestId("local")
                .message(why)
                .awsErrorDetails(details)
                .build();
    }

    /// Of the service's own exception: beside `DynamoDbRequest` stands `DynamoDbException`.
    private static AwsServiceException.Builder builder(SdkRequest request) {
        var base = request.getClass().getSuperclass();
        String name = base.getName().replaceAll("Request$", "Exception");
        try {
            var exception = Class.forName(name, true, base.getClassLoader());
            return (AwsServiceException.Builder) exception.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException _) {
            return AwsServiceException.builder();
        }
    }
}
