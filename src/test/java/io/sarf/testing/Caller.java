package io.sarf.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sarf.payouts.team.KnownCallers;
import io.sarf.payouts.team.Person;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody's browser without the browser: posts forms with the token of a page it has seen, and follows nothing. */
public final class Caller {
    private static final String TOKEN = "csrf-token";

    private final Person person;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param page any page with a form that the person may see */
    public Caller(Person person, String page) {
        this.person = person;
        cookies.putAll(request().get(page).then().statusCode(200).extract().cookies());
    }

    public String get(String page) {
        return request()
                .cookies(cookies)
                .get(page)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Asks for a page that sends to another one. */
    public Response follow(String page) {
        return request().cookies(cookies).get(page);
    }

    /** Asks for a page that is not there for this person. */
    public void missing(String page) {
        request().cookies(cookies).get(page).then().statusCode(404);
    }

    /** @param form values may be lists */
    public Response post(String action, Map<String, ?> form) {
        return request()
                .cookies(cookies)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam(TOKEN, cookies.get(TOKEN))
                .formParams(form)
                .post(action);
    }

    /** The same from a browser that asks for this language. */
    public Response postIn(String language, String action, Map<String, ?> form) {
        return request()
                .header("Accept-Language", language)
                .cookies(cookies)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam(TOKEN, cookies.get(TOKEN))
                .formParams(form)
                .post(action);
    }

    /** Sends a file, as a form with one does. */
    public Response upload(String action, String field, String name, byte[] content) {
        return request()
                .cookies(cookies)
                .multiPart(TOKEN, cookies.get(TOKEN))
                .multiPart(field, name, content)
                .post(action);
    }

    /** The page somebody is sent to, with what the action says there. */
    public String landing(Response answer) {
        answer.then().statusCode(303);
        return request()
                .cookies(cookies)
                .cookies(answer.cookies())
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private RequestSpecification request() {
        return given().redirects()
                .follow(false)
                .header(KnownCallers.HEADER, person.id().toString());
    }
}
